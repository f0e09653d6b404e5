//! What the page is before anybody touches it.

use tests::{Visit, server, surroundings, visit};

#[test]
fn the_page_works_from_any_folder_of_a_host() {
    visit(Visit::new().folder("/school/class-1/"), async |page| {
        page.until_clock_is_past(0.0).await?;
        let elsewhere: Vec<String> = page
            .script(
                "return performance.getEntriesByType('resource').map((entry) => entry.name)
                    .filter((name) => !name.startsWith(document.baseURI))",
                vec![],
            )
            .await?;
        assert_eq!(elsewhere, Vec::<String>::new(), "everything comes from the page's own folder");
        assert_eq!(server::absolute_addresses(&surroundings::dist()?)?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_first_screen_has_at_most_twelve_stops_of_the_tab_key() {
    visit(Visit::new(), async |page| {
        let stops = page.tab_stops().await?;
        assert!((5..=12).contains(&stops.len()), "{} stops: {stops:#?}", stops.len());
        Ok(())
    });
}
