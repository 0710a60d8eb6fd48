"""From records to files that editors keep: the same YAML for the same data, on every machine."""
