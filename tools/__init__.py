"""Tools of the people who keep this project; nothing that runs needs them."""
