//! When the page stumbles over a mistake of its own: it says so, and the run is there after a reload.

use anyhow::{Result, ensure};
use tests::page::id;
use tests::visit::Language;
use tests::{Page, Visit, visit, wait};

/// The sentence and its link.
const MESSAGE: &str = "[role=alert].crash";

/// As a translator leaves a document in which it has moved things: the page cannot put anything before them any more.
const BROKEN: &str =
    "Node.prototype.insertBefore = () => { throw new DOMException('not a child', 'NotFoundError') }";

/// A program of one function without locals, `f`, that does nothing but this. What it throws is as real as the page's own.
fn program(instruction: &[u8]) -> String {
    let before = [0, b'a', b's', b'm', 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, b'f', 0, 0];
    let length = instruction.len() as u8 + 2;
    let code = [&[10, length + 2, 1, length, 0], instruction, &[0x0b]].concat();
    let bytes = [&before[..], &code].concat();
    format!(
        "const {{ f }} = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array({bytes:?}))).exports;"
    )
}

/// The instruction of a panic.
const UNREACHABLE: &[u8] = &[0x00];
/// A call of itself.
const DEEPER: &[u8] = &[0x10, 0];

/// What the console says of it is expected, and nothing else is.
async fn forget_errors(page: &Page, expected: &[&str]) -> Result<()> {
    let errors = page.console_errors().await?;
    for error in &errors {
        ensure!(expected.iter().any(|what| error.contains(what)), "not expected: {error}");
    }
    ensure!(!errors.is_empty(), "the console says nothing");
    Ok(())
}

/// Presses a button, also where the message lies over it.
async fn press(page: &Page, which: &str) -> Result<()> {
    page.script("document.querySelector(arguments[0]).click()", vec![id(which).into()]).await
}

/// A run that stands, and is kept.
async fn stand(page: &Page) -> Result<f64> {
    page.publish("TRANSACTION_PAID").await?;
    page.service("ORDER").until_it_is("working").await?;
    page.pause().await?;
    page.reload().await?;
    page.clock_ms().await
}

/// What is said, after a script has thrown in a way of its own.
async fn said_after(page: &Page, script: &str) -> Result<bool> {
    // Three tasks later whatever was not caught has been reported.
    let later = "const done = arguments[arguments.length - 1];
        setTimeout(() => setTimeout(() => setTimeout(() => done(null))));";
    page.asynchronous(&format!("{script}; {later}")).await?;
    page.has(MESSAGE).await
}

#[test]
fn a_page_that_stumbles_says_so_and_goes_on_after_a_reload() {
    visit(Visit::new().language(Language::Indonesian), async |page| {
        let clock = stand(page).await?;
        page.script::<()>(BROKEN, vec![]).await?;
        press(page, "play").await?;
        wait::until("the page says that it has stumbled", async || page.shows(MESSAGE).await).await?;
        assert!(page.text(MESSAGE).await?.contains("Muat ulang"));
        assert_eq!(page.count(MESSAGE).await?, 1, "it is said once");
        forget_errors(page, &["failed to insert", "unreachable"]).await?;

        page.click(&format!("{MESSAGE} a")).await?;
        wait::until("the page is there again", async || page.has(&id("play")).await).await?;
        assert!(!page.has(MESSAGE).await?);
        assert!(page.clock_ms().await? >= clock, "the run is there");
        page.service("ORDER").until_it_is("working").await
    });
}

#[test]
fn what_comes_after_a_trap_is_not_kept() {
    visit(Visit::new(), async |page| {
        let clock = stand(page).await?;
        assert!(said_after(page, &(program(UNREACHABLE) + "setTimeout(f)")).await?);
        press(page, "step").await?;
        wait::until("the run goes on", async || Ok(page.clock_ms().await? > clock)).await?;
        page.reload().await?;
        assert_eq!(page.clock_ms().await?, clock);
        forget_errors(page, &["unreachable"]).await
    });
}

#[test]
fn a_trap_is_told_from_other_errors_in_whatever_way_it_comes() {
    visit(Visit::new(), async |page| {
        // The browser hides what a driver's script throws, as it does with scripts from elsewhere.
        assert!(!said_after(page, "setTimeout(() => { throw new TypeError('of somebody else') })").await?);
        let others = "for (const error of [undefined, 'RuntimeError', new TypeError(), new RangeError('of an extension')]) {
            dispatchEvent(new ErrorEvent('error', { error }));
        }";
        assert!(!said_after(page, others).await?);
        assert!(!said_after(page, "Promise.reject(new Error('of somebody else'))").await?);
        assert!(said_after(page, &(program(UNREACHABLE) + "Promise.resolve().then(f)")).await?);
        forget_errors(page, &["of somebody else", "unreachable"]).await?;

        page.reload().await?;
        assert!(said_after(page, &(program(DEEPER) + "setTimeout(f)")).await?);
        forget_errors(page, &["Maximum call stack size exceeded"]).await
    });
}
