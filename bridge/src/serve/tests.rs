//! The real server against real sockets.
