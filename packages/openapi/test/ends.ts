// Work that ends its process as it is loaded.
process.exit(3);
