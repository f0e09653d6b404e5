//! The Redis of the run as we ask it ourselves: set the key, count the commands; and its own benchmark.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::load::CONNECTIONS;
use crate::programs::Programs;

/// Requests of one run of redis-benchmark.
const REQUESTS: &str = "600000";

/// Sends one command and returns the reply's text.
pub(crate) fn ask(redis: SocketAddr, words: &[&str]) -> Result<String> {
    let mut stream = TcpStream::connect(redis)?;
    write!(stream, "*{}\r\n", words.len())?;
    for word in words {
        write!(stream, "${}\r\n{word}\r\n", word.len())?;
    }
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    match line.trim_end().split_at_checked(1) {
        Some(("+" | ":", text)) => Ok(text.to_owned()),
        Some(("$", length)) => {
            let mut text = vec![0; length.parse()?];
            reader.read_exact(&mut text)?;
            Ok(String::from_utf8_lossy(&text).into_owned())
        }
        _ => bail!("Redis answers {line:?} to {words:?}"),
    }
}

/// How often the bridge read the key so far: it asks for the part that anybody can be told, webdis for the whole.
pub(crate) fn reads_by_bridge(redis: SocketAddr) -> Result<u64> {
    let stats = ask(redis, &["INFO", "commandstats"])?;
    let line = stats.lines().find_map(|line| line.strip_prefix("cmdstat_getrange:calls="));
    Ok(line.and_then(|line| line.split(',').next()?.parse().ok()).unwrap_or(0))
}

/// Requests a second by redis-benchmark, with as many connections and in flight as our own load.
pub(crate) fn benchmark(programs: &Programs, redis: SocketAddr, test: &str, depth: usize) -> Result<f64> {
    let mut command = Command::new(&programs.redis_benchmark);
    command.args(["-h", "127.0.0.1", "-p", &redis.port().to_string(), "-c", &CONNECTIONS.to_string()]);
    command.args(["-P", &depth.to_string(), "-n", REQUESTS, "-t", test, "--csv"]);
    let output = command.output().context("redis-benchmark does not start")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find(|line| line.starts_with(&format!("\"{}\"", test.to_ascii_uppercase())));
    let figure = line.and_then(|line| line.split(',').nth(1)?.trim_matches('"').parse().ok());
    figure.with_context(|| format!("redis-benchmark prints {text:?}"))
}
