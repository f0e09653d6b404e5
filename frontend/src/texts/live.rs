//! The panel of the link to a real Redis.

texts! {
    /// The panel of the link to a real Redis.
    LiveTexts {
        intro: "Connect this page to a real Redis through a bridge, a small program beside it. What you publish is then in Redis, and what others set there moves here.",
            "Sambungkan halaman ini ke Redis sungguhan lewat bridge, program kecil yang menjadi penghubungnya. State yang kamu kirim masuk ke Redis, dan yang diganti orang lain di sana ikut terlihat di sini.";


        off_do: "No bridge is connected. Say where it is, and connect.", "Belum ada bridge yang tersambung. Isi alamatnya, lalu sambungkan.";
        connecting_do: "Waiting for the bridge to answer.", "Menunggu jawaban dari bridge.";
        connected_do: "What you publish now is set in Redis, for everybody there.",
            "State yang kamu kirim sekarang masuk ke Redis dan terlihat oleh semua yang memakainya.";
        connected_memory_do: "What you publish now is set in the bridge, for every page that is connected to it.",
            "State yang kamu kirim sekarang masuk ke bridge dan terlihat di semua halaman yang tersambung.";
        store_away_do: "The bridge is there, but its Redis does not answer. Nothing can be published until it is back; that happens by itself.",
            "Bridge masih tersambung, tetapi Redis-nya tidak menjawab. State belum bisa dikirim sampai Redis kembali; halaman akan tersambung sendiri.";
        bridge_says: "The bridge says: {message}", "Kata bridge: {message}";
        reconnecting_do: "The page tries again by itself. Nothing can be published meanwhile, and nothing is sent twice.",
            "Halaman mencoba lagi sendiri. Selama itu state belum bisa dikirim, dan tidak ada yang terkirim dua kali.";

        not_reached: "No bridge answers at this address. Is it running there? It may also keep this page out: whoever started it can allow it with --origin {origin}.",
            "Tidak ada bridge yang menjawab di alamat ini. Sudah dijalankan? Bisa juga halaman ini belum diizinkan: yang menjalankan bridge bisa mengizinkannya dengan --origin {origin}.";
        not_reached_again: "No bridge answers at this address at the moment.", "Saat ini tidak ada bridge yang menjawab di alamat itu.";
        forbidden: "The browser does not let this page connect there. A page from https:// needs a bridge at wss://.",
            "Browser tidak mengizinkan halaman ini menyambung ke sana. Halaman dari https:// memerlukan bridge di wss://.";
        not_a_bridge: "What answers there does not speak like a bridge. Check the address.",
            "Yang menjawab di sana bukan bridge. Periksa alamatnya.";
        silent: "The bridge has stopped answering.", "Bridge tidak menjawab lagi.";
        broke_off: "The connection broke off.", "Koneksinya terputus.";
        unauthorized: "This token is not the bridge's. Ask whoever started the bridge for it.",
            "Tokennya tidak cocok. Tanyakan kepada yang menjalankan bridge.";
        other_protocol: "This bridge speaks another version than this page. Use the page that the bridge itself serves.",
            "Versi bridge ini berbeda dari halaman ini. Pakai halaman yang disediakan oleh bridge itu sendiri.";
        greeting_refused: "The bridge does not let this page in. It says: {message}", "Bridge tidak mengizinkan halaman ini masuk. Katanya: {message}";
        full: "The bridge has no room for another page. Close a page that nobody uses, or try again later.",
            "Bridge sudah penuh. Tutup halaman yang tidak dipakai, atau coba lagi nanti.";
        shutting_down: "The bridge was shut down.", "Bridge dimatikan.";
        closed: "The bridge ended the connection: {reason} ({code})", "Bridge memutuskan koneksi: {reason} ({code})";
        closed_silently: "The bridge ended the connection without a word ({code}).", "Bridge memutuskan koneksi tanpa penjelasan ({code}).";

        address: "Address of the bridge", "Alamat bridge";
        address_hint: "This page keeps it for the next time.", "Disimpan untuk kunjungan berikutnya.";
        address_empty: "Type where the bridge is, for example 127.0.0.1:3000.", "Isi alamat bridge, misalnya 127.0.0.1:3000.";
        address_scheme: "A bridge's address begins with ws:// or wss://.", "Alamat bridge diawali ws:// atau wss://.";
        address_secret: "No name and password here: the address is shown and kept. A token has its own field.",
            "Jangan tulis nama dan kata sandi di sini, karena alamat ini ditampilkan dan disimpan. Token ada kolomnya sendiri.";
        address_bad: "This is no address. One looks like ws://127.0.0.1:3000/ws.", "Ini bukan alamat. Contohnya: ws://127.0.0.1:3000/ws.";
        label: "Your label", "Namamu";
        label_hint: "Others see it. It may stay empty.", "Terlihat oleh orang lain. Boleh kosong.";
        label_long: "A label has at most {most} characters.", "Nama paling panjang {most} karakter.";
        label_unseen: "There is a character in it that cannot be shown.", "Ada karakter yang tidak bisa ditampilkan di dalamnya.";
        token: "Token", "Token";
        token_hint: "Only if the bridge asks. Never kept.", "Kalau diminta. Tidak pernah disimpan.";
        leave_first: "To change address, label or token, go back to the simulation first.",
            "Untuk mengubah alamat, nama, atau token, kembali dulu ke simulasi.";

        connect: "Connect", "Sambungkan";
        try_now: "Try now", "Coba sekarang";
        is_connected: "It is connected already.", "Sudah tersambung.";
        is_connecting: "It is connecting already.", "Sedang menyambung.";
        leave: "Back to the simulation", "Kembali ke simulasi";
        nothing_to_leave: "This page shows the simulation.", "Halaman ini sedang menampilkan simulasi.";
        leave_hint: "Going back stops the services that run here. Your simulation is as you left it.",
            "Servis yang berjalan di sini akan berhenti. Simulasimu masih seperti waktu kamu tinggalkan.";

        key: "Key", "Key";
        store: "Kept in", "Disimpan di";
        store_redis: "Redis", "Redis";
        store_memory: "the bridge's memory", "memori bridge";
        watch: "Changes come", "Perubahan datang";
        watch_tracking: "at once", "saat itu juga";
        watch_polling: "when the bridge looks", "saat bridge memeriksa";
        memory_is: "There is no Redis behind this bridge: redis-cli and Python programs cannot join.",
            "Tidak ada Redis di belakang bridge ini: redis-cli dan program Python tidak bisa ikut.";
        polling_is: "This Redis does not tell of changes, so the bridge looks again and again: what is soon overwritten may be missed.",
            "Redis ini tidak memberitahukan perubahan, jadi bridge memeriksa berulang-ulang: yang cepat tertimpa bisa terlewat.";
        round_trip: "There and back", "Pulang pergi";
        no_round_trip: "not measured yet", "belum diukur";
        milliseconds: "{ms} ms", "{ms} ms";

        knows: "What a live run can know", "Yang bisa diketahui dari Redis sungguhan";
        knows_changes: "Redis tells that the key has changed, not how often: what is soon overwritten may never be seen here. So lost states, double work and waiting times are “seen here, at least”.",
            "Redis memberitahukan bahwa state berganti, bukan berapa kali: yang cepat tertimpa mungkin tidak pernah terlihat di sini. Jadi state yang hilang, kerja ganda, dan lamanya menunggu berarti “yang terlihat di sini, paling sedikit”.";
        knows_time: "Commands act now, and the world goes on while you look back.",
            "Perintah berlaku saat itu juga, dan dunia terus berjalan selagi kamu melihat ke belakang.";
        knows_services: "Every service is left to others, such as a Python program or another page, until you switch it on here.",
            "Setiap servis diserahkan kepada yang lain, misalnya program Python atau halaman lain, sampai kamu menjalankannya di sini.";

        lost: "Connection lost: {why} The page is reconnecting.", "Koneksi terputus: {why} Halaman sedang menyambung ulang.";
        ended: "Connection lost: {why} Open “Live Redis” to go on.", "Koneksi terputus: {why} Buka “Redis sungguhan” untuk melanjutkan.";
        away: "Redis is away: nothing can be published until it is back.", "Redis terputus: state belum bisa dikirim sampai Redis kembali.";
        not_done: "The bridge did not do it: {message}", "Bridge tidak mengerjakannya: {message}";
    }
}
