"""Pages in reading order: running headers, footers and stamps known as such, words in lines."""
