// The browser is the machine's own (see tests/browser/find-browser.ts); puppeteer must not fetch one.
module.exports = { skipDownload: true };
