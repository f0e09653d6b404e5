//! What leaves the page as a file: pictures of what is seen, and what happened, for other programs.

texts! {
    /// What leaves the page as a file.
    ExportTexts {
        title: "Pictures and data", "Gambar dan data";
        open: "Pictures and data", "Gambar dan data";
        what: "What", "Apa";
        graph_svg: "Graph, as SVG", "Graf, sebagai SVG";
        graph_svg_hint: "The graph as it stands now: sharp at any size, for documents and slides.",
            "Graf seperti terlihat sekarang: tajam di ukuran berapa pun, untuk dokumen dan slide.";
        graph_png: "Graph, as PNG", "Graf, sebagai PNG";
        graph_png_hint: "The same in pixels, for chats and for programs that know no SVG.",
            "Gambar yang sama dalam piksel, untuk chat dan program yang tidak mengenal SVG.";
        timeline_svg: "Timeline, as SVG", "Garis waktu, sebagai SVG";
        timeline_svg_hint: "A lane for each, over what the timeline shows now.",
            "Satu lajur untuk masing-masing, sepanjang yang terlihat di garis waktu.";
        timeline_png: "Timeline, as PNG", "Garis waktu, sebagai PNG";
        timeline_png_hint: "The same in pixels.", "Gambar yang sama dalam piksel.";
        timeline_said: "Who slept, looked and worked, and what the key held, from {from} to {to}.",
            "Siapa yang tidur, memeriksa, dan bekerja, serta isi key, dari {from} sampai {to}.";
        jsonl: "What happened, as JSON lines", "Kejadian, sebagai JSON lines";
        jsonl_hint: "One entry a line, each with its cause.", "Satu kejadian per baris, masing-masing dengan penyebabnya.";
        csv: "What happened, as CSV", "Kejadian, sebagai CSV";
        csv_hint: "The same as a table, for a spreadsheet.", "Isi yang sama sebagai tabel, untuk spreadsheet.";
        mermaid: "Sequence diagram, for Mermaid", "Diagram urutan, untuk Mermaid";
        mermaid_hint: "For documents that draw Mermaid. What is too long for it is left out, and the diagram says how much.",
            "Untuk dokumen yang bisa menggambar Mermaid. Yang terlalu panjang tidak ikut, dan diagramnya menyebutkan berapa.";
        numbers: "What was counted, as JSON", "Hitungan, sebagai JSON";
        numbers_hint: "Looks, works, losses and how long states waited.",
            "Jumlah memeriksa, bekerja, state hilang, dan lama state menunggu.";

        range: "Which part", "Bagian mana";
        to_place: "From the start to now, {time}", "Dari awal sampai sekarang, {time}";
        whole: "All that is recorded, to {time}", "Semua yang terekam, sampai {time}";
        shown: "What the timeline shows, {from} to {to}", "Yang terlihat di garis waktu, {from} sampai {to}";
        as_now: "As it is now, at {time}", "Seperti sekarang, pada {time}";
        holds_one: "1 entry", "1 kejadian";
        holds_many: "{count} entries", "{count} kejadian";

        save: "Save", "Simpan";
        copy: "Copy", "Salin";
        copied: "Copied.", "Tersalin.";
        copy_refused: "The browser did not let the page copy. Save it instead.",
            "Browser tidak mengizinkan halaman ini menyalin. Simpan saja.";
        too_long_to_copy: "Too long to copy: save it.", "Terlalu panjang untuk disalin: simpan saja.";
        no_copy_of_pixels: "A PNG can be saved, not copied.", "PNG bisa disimpan, tidak bisa disalin.";
        not_drawn: "The browser could not paint the picture. Save the SVG instead.",
            "Browser tidak bisa menggambarnya. Simpan sebagai SVG saja.";
        writing: "Writing: {percent} %", "Menulis: {percent} %";

        picture_title: "{scenario}, at {time}", "{scenario}, pada {time}";
        picture_title_live: "{scenario}, on a real Redis, at {time}", "{scenario}, dengan Redis sungguhan, pada {time}";
    }
}
