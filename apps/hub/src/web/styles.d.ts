/** Style sheets are taken by the bundler; nothing comes out of them. */
declare module '*.css';
