// Plain JavaScript, so that nothing is loaded before the clock runs. Says how long the first answer took.
const cpu = process.cpuUsage();
const began = performance.now();
const { start } = await import(process.argv[2]);
const url = await start();
const { get } = await import('node:http');
get(`${url}/health`, (answer) => {
  answer.resume().once('end', () => {
    const wallMs = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    process.send({ status: answer.statusCode, wallMs, cpuMs: (user + system) / 1000 }, () => process.exit(0));
  });
});
