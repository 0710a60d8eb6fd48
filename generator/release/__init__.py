"""Publish a built site so that readers never see a half: whole releases, one move from one to the next."""
