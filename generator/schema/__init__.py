"""JSON Schema of every kind of file, made from the models, for editors that complete and underline."""
