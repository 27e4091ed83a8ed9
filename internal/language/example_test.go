package language_test

import (
	"fmt"
	"time"

	"pressroom/internal/language"
)

// An instant as readers of several languages write it.
func ExampleCatalogue_Instant() {
	oslo, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2027, 3, 2, 0, 30, 0, 0, oslo)
	for _, tag := range []string{"en", "es", "de", "ja"} {
		fmt.Println(language.Of(tag).Instant(at))
	}
	// Output:
	// Tuesday, March 2, 2027, 12:30 a.m. CET (Monday, March 1, 23:30 UTC)
	// martes 2 de marzo de 2027, 00:30 CET (lunes 1 de marzo, 23:30 UTC)
	// Dienstag, 2. März 2027, 00.30 Uhr CET (Montag, 1. März, 23:30 UTC)
	// 火曜日、2027年3月2日、00:30 CET (月曜日、3月1日、23:30 UTC)
}

// What a reader wishes is looked up among what there is (RFC 4647).
func ExampleLookup() {
	for _, wish := range []string{"es-MX", "pt-BR", "fr"} {
		fmt.Printf("%q\n", language.Lookup(wish, []string{"en", "es", "pt"}))
	}
	// Output:
	// "es"
	// "pt"
	// "en"
}
