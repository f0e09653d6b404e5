//! Publishing, what comes of it, and what the page says about it.

use tests::{Visit, visit};

#[test]
fn one_click_publishes_and_order_works_and_idle_returns() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        assert_eq!(page.service("INVOICE").phase().await?, "sleeping");
        page.until_key_is("IDLE").await?;
        page.service("ORDER").until_it_is("sleeping").await
    });
}
