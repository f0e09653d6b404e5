//! axe-core on every main view: light and dark, desktop and phone.

use anyhow::Result;
use tests::page::{DIALOG, id};
use tests::visit::{Scheme, Size};
use tests::{Page, Visit, visit};

#[test]
fn axe_finds_nothing_on_a_light_desktop() {
    look_everywhere(Scheme::Light, Size::DESKTOP);
}

#[test]
fn axe_finds_nothing_on_a_dark_desktop() {
    look_everywhere(Scheme::Dark, Size::DESKTOP);
}

#[test]
fn axe_finds_nothing_on_a_light_phone() {
    look_everywhere(Scheme::Light, Size::PHONE);
}

#[test]
fn axe_finds_nothing_on_a_dark_phone() {
    look_everywhere(Scheme::Dark, Size::PHONE);
}

fn look_everywhere(scheme: Scheme, size: Size) {
    visit(Visit::new().scheme(scheme).size(size), async |page| {
        let mut objections = Vec::new();
        let mut look = async |view: &str| -> Result<()> {
            page.until_the_picture_is_new().await?;
            objections.extend(page.check_with_axe(view).await.err());
            Ok(())
        };
        look("the first screen").await?;
        page.fill(&id("publish-input"), "order paid!").await?;
        look("a state that is none").await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.pause().await?;
        look("ORDER at work").await?;
        look_at_time(page, &mut look).await?;
        for dialog in ["help", "scenarios", "live"] {
            page.click(&id(dialog)).await?;
            page.find(DIALOG).await?;
            page.open_details().await?;
            look(dialog).await?;
            page.close_dialog().await?;
        }
        page.open_export().await?;
        look("the export").await?;
        page.choose_export("run.csv", "whole").await?;
        look("the export of a part").await?;
        page.close_dialog().await?;
        look_at_a_broken_file(page, &mut look).await?;
        page.service("ORDER").inspect().await?;
        look("the lab").await?;
        page.fill(&id("edit-poll-interval"), "0").await?;
        page.apply_edit().await?;
        look("an edit that is refused").await?;
        page.service("ORDER").crash().await?;
        page.service("ORDER").until_it_is("crashed").await?;
        look("ORDER crashed").await?;
        page.use_the_time_lab().await?;
        look("two futures compared").await?;
        page.open_time_tab("run-until").await?;
        look("run until").await?;
        let objections: Vec<String> = objections.iter().map(|objection| format!("{objection:#}")).collect();
        anyhow::ensure!(objections.is_empty(), "{}", objections.join("\n"));
        Ok(())
    });
}

async fn look_at_time(page: &Page, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    if page.attribute(&id("fold-lanes"), "aria-expanded").await?.as_deref() == Some("false") {
        page.click(&id("fold-lanes")).await?;
    }
    page.find(&id("lanes")).await?;
    look("the lanes").await?;
    page.click(&id("open-time-lab")).await?;
    page.find(&id("history-previous")).await?;
    page.click(&id("history-previous")).await?;
    look("the history").await?;
    page.click(&id("time-lab-close")).await
}

async fn look_at_a_broken_file(page: &Page, look: &mut impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    let broken = page.downloads().join("broken.json");
    std::fs::write(&broken, r#"{ "version": 2, "name": "", "services": [{}] }"#)?;
    page.open_file(&broken).await?;
    page.find(&format!("{} li", id("problems"))).await?;
    look("the problems of a file").await?;
    page.close_dialog().await
}
