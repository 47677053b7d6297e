/** The public face of the notification service: durable events, numbered per subscriber, and their fan-out (Điều 4.5). */
package vn.lgsp.notification.boundary;
