"""What a board is made of, as frozen values: the one place where official YAML keys meet Python names."""
