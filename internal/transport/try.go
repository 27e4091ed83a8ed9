package transport

import (
	"context"
	"fmt"
	"time"

	"pressroom/internal/smtp"
	"pressroom/internal/workspace"
)

// tryFor is how long a mail server has to answer that is tried.
const tryFor = 20 * time.Second

// Try connects to the mail server that settings name, before they are kept: it turns on
// TLS, logs in and says goodbye. Nothing is sent. password holds before the one that the
// machine has; "" is none.
func Try(ctx context.Context, dir string, s workspace.Settings, password string) error {
	if s.Mail.SMTP == workspace.Sandbox {
		return nil
	}
	t := Transport{Mail: s.Mail, home: &workspace.Workspace{Dir: dir, Settings: s}}
	if t.Mail.CAFile != "" {
		pem, err := workspace.ReadFile(t.home.Path(t.Mail.CAFile), 1<<20)
		if err != nil {
			return fmt.Errorf("reading ca_file: %w", err)
		}
		t.CA = string(pem)
	}
	d, user, err := t.server(s.Mail.SMTP)
	if err != nil {
		return err
	}
	if password != "" {
		d.Login = smtp.Login{Way: t.Mail.Auth, Username: user, Password: password}
	} else if d.Login, err = t.login(user); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, tryFor)
	defer cancel()
	conn, err := d.Dial(ctx)
	if err != nil {
		return fmt.Errorf("%s cannot be used: %w", d.Address, err)
	}
	conn.Close()
	return nil
}
