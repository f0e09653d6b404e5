//! Sentences about what happened, one whole pattern for each: the panel, the console, the screen reader and exports
//! all speak through them.

texts! {
    /// Sentences about what happened.
    SentenceTexts {
        published: "The publisher set the key to {state}.",
            "Publisher mengganti state menjadi {state}.";
        published_unheard: "The publisher set the key to {state}, but nobody acts on it.",
            "Publisher mengganti state menjadi {state}, tapi tidak ada servis yang menanggapi.";
        key_first_set: "The key was empty; now it holds {state}.",
            "Tadinya key kosong, sekarang isinya {state}.";
        key_changed: "The key held {from}; now it holds {state}.",
            "Isi key berganti dari {from} menjadi {state}.";
        lost_to_publisher: "{state} is lost: the publisher overwrote it before anybody took it.",
            "{state} hilang: tertimpa oleh publisher sebelum ada servis yang mengambilnya.";
        lost_to_service: "{state} is lost: {service} overwrote it with its result, without looking first.",
            "{state} hilang: tertimpa oleh hasil {service}, yang menulis tanpa memeriksa dulu.";
        work_started: "{service} took {state}, {time} after it was set, and starts to work.",
            "{service} mengambil {state}, {time} setelah state itu masuk, lalu mulai bekerja.";
        work_started_at_once: "{service} took {state} the moment it was set, and starts to work.",
            "{service} langsung mengambil {state} begitu state itu masuk, lalu mulai bekerja.";
        work_finished: "{service} worked for {time}, then set the key to {state}.",
            "{service} selesai bekerja selama {time}, lalu mengganti state menjadi {state}.";
        result_published: "{service} reported its work on {state} to {receiver}.",
            "{service} melaporkan hasil kerjanya untuk {state} ke {receiver}.";
        started: "{service} started and looks at the key at once.",
            "{service} mulai berjalan dan langsung memeriksa key.";
        stopping: "{service} will stop, but finishes its work first.",
            "{service} akan berhenti, tapi menyelesaikan pekerjaannya dulu.";
        stopped: "{service} stopped; it no longer looks at the key.",
            "{service} berhenti dan tidak memeriksa key lagi.";
        stopped_after_work: "{service} finished its work and stopped.",
            "{service} menyelesaikan pekerjaannya, lalu berhenti.";
        crashed: "{service} crashed while it slept: no work is lost with it.",
            "{service} dimatikan paksa saat tidur: tidak ada pekerjaan yang hilang.";
        crashed_at_work: "{service} crashed: its unfinished work is gone and nothing is written.",
            "{service} dimatikan paksa: pekerjaannya yang belum selesai hilang, tidak ada yang ditulis.";
        restarted: "{service} started again and looks at the key at once.",
            "{service} jalan lagi dan langsung memeriksa key.";
        edited: "{service} has several new settings.",
            "Beberapa pengaturan {service} berubah.";
        edited_states: "{service} now acts on {states}.",
            "Sekarang {service} menanggapi {states}.";
        edited_no_states: "{service} now acts on no state at all.",
            "Sekarang {service} tidak menanggapi state apa pun.";
        edited_poll_interval: "{service} now looks every {time}.",
            "Sekarang {service} memeriksa tiap {time}.";
        edited_work_time: "{service} will work for {time} from its next work on.",
            "Mulai pekerjaan berikutnya, {service} bekerja selama {time}.";
        added: "{service} joined.",
            "{service} ditambahkan ke skenario.";
        renamed: "{service} is now called {name}.",
            "Sekarang {service} bernama {name}.";
        removed: "{service} was removed from the scenario.",
            "{service} dihapus dari skenario.";
        removed_at_work: "{service} was removed, and its unfinished work is gone with it.",
            "{service} dihapus, beserta pekerjaannya yang belum selesai.";
        start_refused_running: "{service} was not started: it is running already.",
            "{service} tidak jadi dijalankan: ia memang sedang berjalan.";
        restart_refused_running: "{service} was not restarted: it is still running. Stop or crash it first.",
            "{service} tidak jadi dijalankan ulang: ia masih berjalan. Hentikan atau matikan paksa dulu.";
        restart_refused_never_started: "{service} was not restarted: it never ran. Start it instead.",
            "{service} tidak jadi dijalankan ulang: ia belum pernah berjalan. Jalankan saja.";
        stop_refused_stopping: "{service} is already stopping; it finishes its work first.",
            "{service} memang akan berhenti begitu pekerjaannya selesai.";
        stop_refused_not_running: "{service} was not stopped: it is not running.",
            "{service} tidak jadi dihentikan: ia memang tidak berjalan.";
        crash_refused_not_running: "{service} was not crashed: it is not running.",
            "{service} tidak jadi dimatikan paksa: ia memang tidak berjalan.";
        read_failed: "{service} could not read the key; it sleeps and tries again.",
            "{service} gagal membaca key; ia tidur dulu, lalu mencoba lagi.";
        write_failed: "{service} could not set the key to {state} and does not try again.",
            "{service} gagal mengganti state menjadi {state} dan tidak mencoba lagi.";
        write_unknown: "Nobody knows whether {service} set the key to {state}; it does not try again.",
            "Tidak diketahui apakah {service} berhasil mengganti state menjadi {state}; ia tidak mencoba lagi.";
        publish_failed: "{state} was not published; it is not sent later either.",
            "{state} tidak jadi terkirim, dan tidak akan dikirim belakangan.";
        publish_unknown: "Nobody knows whether {state} was published; it is not sent again.",
            "Tidak diketahui apakah {state} terkirim; state itu tidak dikirim lagi.";
        gap_one: "The key may have changed once more in between; this page did not see it.",
            "Di antaranya key mungkin sempat berubah sekali lagi; halaman ini tidak melihatnya.";
        gap_many: "The key changed in between, up to {count} times; this page did not see it.",
            "Di antaranya key sempat berubah, paling banyak {count} kali; halaman ini tidak melihatnya.";
        asleep: "This tab slept for {time}: browsers slow a tab that nobody looks at. The services here stood still meanwhile.",
            "Tab ini tertidur selama {time}: browser memperlambat tab yang tidak dilihat. Selama itu servis di sini diam.";
        store_away: "Redis cannot be reached: what the key holds from now on is unknown here.",
            "Redis tidak bisa dihubungi: mulai sekarang isi key tidak diketahui di sini.";
        store_back: "Redis is back.",
            "Redis sudah kembali.";
        link_lost: "Connection lost: what the key holds from now on is unknown here.",
            "Koneksi terputus: mulai sekarang isi key tidak diketahui di sini.";
        link_back: "Connected again.",
            "Tersambung lagi.";
        key_set: "{who} set the key to {state}, from elsewhere.",
            "{who} mengganti state menjadi {state}, dari tempat lain.";
        key_set_unknown: "Somebody elsewhere set the key to {state}.",
            "Ada yang mengganti state menjadi {state} dari tempat lain.";
        key_deleted: "{who} emptied the key, from elsewhere.",
            "{who} mengosongkan key dari tempat lain.";
        key_deleted_unknown: "The key is gone: somebody elsewhere deleted it, or it expired.",
            "Key sudah tidak ada: dihapus dari tempat lain, atau kedaluwarsa.";
        key_set_when_gone: "{who} no longer ran, but its result was on its way: it set the key to {state}.",
            "{who} sudah tidak berjalan, tapi hasilnya terlanjur dikirim: state menjadi {state}.";
        key_found: "The key holds {state}; who set it, and when, was not seen here.",
            "Isi key {state}; siapa yang mengisinya dan kapan, tidak terlihat di sini.";
        key_found_empty: "The key is empty.",
            "Key kosong.";
        key_emptied: "The key held {state}; now it is empty.",
            "Tadinya isi key {state}, sekarang kosong.";
        attributed: "It was {who} who set the key to {state}.",
            "Ternyata {who} yang mengganti state menjadi {state}.";
        lost_elsewhere: "{state} is lost, as far as was seen here: it was overwritten elsewhere before anybody here took it.",
            "{state} hilang, sejauh yang terlihat di sini: tertimpa dari tempat lain sebelum ada servis di sini yang mengambilnya.";
        work_started_when_seen: "{service} took {state} the moment it was seen here, and starts to work.",
            "{service} langsung mengambil {state} begitu terlihat di sini, lalu mulai bekerja.";
        work_started_found: "{service} took {state}, which was there already, and starts to work.",
            "{service} mengambil {state} yang memang sudah ada, lalu mulai bekerja.";
        read_in_vain: "{service} read {state}: not one of its states, sleeps on.",
            "{service} membaca {state}: bukan state yang diizinkan, jadi tidur lagi.";
        read_nothing: "{service} looked and the key was empty, sleeps on.",
            "{service} memeriksa dan key masih kosong, jadi tidur lagi.";
    }
}
