//! Words that several areas of the page share.

texts! {
    /// Words that several areas share.
    CommonTexts {
        page_title: "Event Pattern Lab", "Lab Event Pattern";
        publisher: "Publisher", "Publisher";
        broker: "Broker", "Broker";
        close: "Close", "Tutup";
        seconds: "{seconds} s", "{seconds} detik";
        minutes: "{minutes} min {seconds} s", "{minutes} menit {seconds} detik";
        hours: "{hours} h {minutes} min", "{hours} jam {minutes} menit";
    }
}
