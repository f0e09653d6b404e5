//! The timeline: its strip and its lanes.

texts! {
    /// The timeline's lanes.
    TimelineTexts {
        lanes: "Timeline: a lane for each", "Garis waktu: satu jalur untuk masing-masing";
        keys: "Left and right go from entry to entry and from look to look of a lane, up and down from lane to lane. Enter goes to that moment, W tells why. Plus and minus zoom, 0 shows the whole run.",
            "Panah kiri dan kanan berpindah dari kejadian ke kejadian dan dari pemeriksaan ke pemeriksaan di satu jalur, panah atas dan bawah dari jalur ke jalur. Enter pergi ke saat itu, W menjelaskan mengapa. Plus dan minus mengubah skala, 0 menampilkan seluruh rekaman.";
        keys_title: "On the timeline's lanes", "Di jalur garis waktu";
        key_entry: "What this one did before, and next", "Kejadian sebelum dan sesudahnya di jalur ini";
        key_lane: "Another lane", "Jalur lain";
        key_ends: "The first and the last of the lane", "Yang pertama dan terakhir di jalur";
        key_go: "Go to that moment", "Pergi ke saat itu";
        key_why: "Why it happened", "Mengapa itu terjadi";
        key_zoom: "Nearer, further", "Perbesar, perkecil";
        key_whole: "The whole run", "Seluruh rekaman";
        key_away: "Put the card away", "Tutup kartu";
        wheel_hint: "The wheel zooms where the lanes have nothing to scroll; with Ctrl it always does. With Shift it moves along the run. Two fingers zoom, too.",
            "Roda mouse mengubah skala kalau jalur tidak perlu digulir; dengan Ctrl selalu begitu. Dengan Shift, roda bergerak sepanjang rekaman. Dua jari juga bisa mengubah skala.";
        marks_title: "What the marks are", "Arti tanda-tandanya";
        mark_publication: "The publisher set the key", "Publisher mengisi key";
        mark_write: "A service set the key", "Servis mengisi key";
        mark_loss: "A state was lost", "State hilang";
        mark_crash: "A service crashed", "Servis crash";
        mark_receipt: "A result reached the receiver", "Hasil sampai ke penerima";
        mark_foreign: "Somebody elsewhere set the key", "Pihak lain mengisi key";
        mark_gap: "Something was not seen", "Ada yang tidak terlihat";
        mark_failure: "A read or a write failed", "Pembacaan atau penulisan gagal";
        mark_other: "Something was changed or asked for", "Ada yang diubah atau diminta";
        mark_stop: "Time stops there: a breakpoint", "Waktu berhenti di sana: breakpoint";
        mark_look: "A look that found nothing for itself", "Pemeriksaan yang tidak menemukan apa-apa";
        why: "Why?", "Mengapa?";
        one_more: "And one more thing at the same place.", "Dan satu kejadian lagi di tempat yang sama.";
        many_more: "And {count} more at the same place.", "Dan {count} kejadian lagi di tempat yang sama.";
        nothing_in_lane: "{who}: nothing happened here yet.", "{who}: belum ada yang terjadi di sini.";
        nothing_further: "Nothing further in this direction.", "Tidak ada lagi ke arah ini.";
    }
}
