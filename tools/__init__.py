"""Tools of the developers: what ships them is the repository, not the package."""
