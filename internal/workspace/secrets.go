package workspace

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// databaseURL is the variable of the environment that names the database.
const databaseURL = "PRESSROOM_DATABASE_URL"

// DatabaseURL is the database's address: PRESSROOM_DATABASE_URL, else the one in
// the settings, else "" for SQLite.
func (w *Workspace) DatabaseURL() string {
	if v := os.Getenv(databaseURL); v != "" {
		return v
	}
	return w.Settings.Database.URL
}

// SMTPPassword is the password for the mail server: from the environment
// (PRESSROOM_SMTP_PASSWORD), else from the file that the settings name, else "".
func (w *Workspace) SMTPPassword() (string, error) {
	return w.secret("PRESSROOM_SMTP_PASSWORD", w.Settings.Mail.PasswordFile)
}

// FallbackPassword is the password for the second relay: from the environment
// variable PRESSROOM_FALLBACK_PASSWORD, or the file that the settings name.
func (w *Workspace) FallbackPassword() (string, error) {
	return w.secret("PRESSROOM_FALLBACK_PASSWORD", w.Settings.Mail.FallbackPasswordFile)
}

// SMTPToken is the access token of OAuth 2 for the mail server, from
// PRESSROOM_SMTP_TOKEN or token_file. Tokens expire, so that it is to be asked
// for with every connection.
func (w *Workspace) SMTPToken() (string, error) {
	return w.secret("PRESSROOM_SMTP_TOKEN", w.Settings.Mail.TokenFile)
}

// IMAPPassword is the password for the mailbox that bounces come to, from
// PRESSROOM_IMAP_PASSWORD or the inbox's password_file.
func (w *Workspace) IMAPPassword() (string, error) {
	return w.secret("PRESSROOM_IMAP_PASSWORD", w.Settings.Inbox.PasswordFile)
}

// DKIMKey is the private key in PEM that messages are signed with, from
// PRESSROOM_DKIM_KEY or key_file. It is an error if the settings ask for
// signatures and there is none.
func (w *Workspace) DKIMKey() (string, error) {
	key, err := w.secret("PRESSROOM_DKIM_KEY", w.Settings.Mail.DKIM.KeyFile)
	if err == nil && key == "" {
		err = fmt.Errorf("messages are to be signed for %s, and there is no key; set PRESSROOM_DKIM_KEY or mail.dkim.key_file",
			w.Settings.Mail.DKIM.Domain)
	}
	return key, err
}

// secret is a value of the environment, else what a file holds, else "".
func (w *Workspace) secret(variable, file string) (string, error) {
	if v := os.Getenv(variable); v != "" {
		return v, nil
	}
	if file == "" {
		return "", nil
	}
	data, err := ReadFile(w.Path(file), 64<<10)
	return strings.TrimSpace(string(data)), err
}

// Path is a file that the settings name: relative to the workspace.
func (w *Workspace) Path(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(w.Dir, file)
}
