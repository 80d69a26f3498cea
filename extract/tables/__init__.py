"""Tables as printed, each in one piece over its pages."""
