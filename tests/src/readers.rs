//! Foreign programs that read what the page writes: an XML parser, a PNG decoder, a CSV reader, Mermaid itself.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::{Page, surroundings};

/// What an XML parser finds in a picture: its own words for whoever cannot see it, and all of its texts.
#[derive(Debug)]
pub struct Drawing {
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Its language.
    pub language: String,
    /// Every line of text, in order.
    pub texts: Vec<String>,
    /// Every element's name.
    pub elements: Vec<String>,
}

/// Reads an SVG file.
pub fn svg(path: &Path) -> Result<Drawing> {
    const XML: &str = "http://www.w3.org/XML/1998/namespace";
    let text = std::fs::read_to_string(path)?;
    let document = roxmltree::Document::parse(&text).context("it is no XML")?;
    let root = document.root_element();
    if root.tag_name().namespace() != Some("http://www.w3.org/2000/svg") || root.tag_name().name() != "svg" {
        bail!("it is no SVG: {:?}", root.tag_name());
    }
    let all = |name: &'static str| {
        let found = document.descendants().filter(move |node| node.has_tag_name(name));
        found.map(|node| node.text().unwrap_or_default().to_owned())
    };
    Ok(Drawing {
        title: all("title").next().context("it has no title")?,
        description: all("desc").next().context("it has no description")?,
        language: root.attribute((XML, "lang")).unwrap_or_default().to_owned(),
        texts: all("text").collect(),
        elements: root.descendants().map(|node| node.tag_name().name().to_owned()).collect(),
    })
}

/// The size of a PNG, and how many different colours are in it.
pub fn png(path: &Path) -> Result<(u32, u32, usize)> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path)?)).read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("it is too large")?];
    let info = reader.next_frame(&mut pixels)?;
    let sample = info.color_type.samples();
    let mut colours: Vec<&[u8]> = pixels[..info.buffer_size()].chunks(sample).collect();
    colours.sort_unstable();
    colours.dedup();
    Ok((info.width, info.height, colours.len()))
}

/// The rows of a table, each with as many cells as its first line has names.
pub fn csv(path: &Path) -> Result<(Vec<String>, Vec<Vec<String>>)> {
    let mut reader = csv::Reader::from_path(path)?;
    let names = reader.headers()?.iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| Ok(row?.iter().map(str::to_owned).collect()));
    Ok((names, rows.collect::<Result<_>>()?))
}

/// What Mermaid draws of a diagram: its texts. The browser leaves the page for it.
pub async fn mermaid(page: &Page, diagram: &str) -> Result<Vec<String>> {
    page.leave_for_nothing().await?;
    let add = "const script = document.createElement('script'); script.textContent = arguments[0];
        document.head.append(script)";
    page.script::<()>(add, vec![json!(surroundings::mermaid()?)]).await?;
    page.script::<()>("window.__diagram = arguments[0]", vec![json!(diagram)]).await?;
    let script = "const done = arguments[0];
        mermaid.initialize({ startOnLoad: false });
        mermaid.parse(window.__diagram)
            .then(() => mermaid.render('drawn', window.__diagram))
            .then(({ svg }) => {
                const drawn = new DOMParser().parseFromString(svg, 'text/html');
                done({ texts: [...drawn.querySelectorAll('text')].map((e) => e.textContent) });
            }, (error) => done({ error: String(error) }))";
    let answer = page.asynchronous(script).await?;
    if let Some(error) = answer.get("error") {
        bail!("Mermaid does not draw it: {error}");
    }
    Ok(serde_json::from_value(answer["texts"].clone())?)
}
