"""The public site: pages made from the Board and stamped into a shell that is rendered once."""
