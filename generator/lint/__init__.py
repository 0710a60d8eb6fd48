"""What is allowed and yet likely a slip: each rule is one small function over one file."""
