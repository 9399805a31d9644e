// Style sheets and assets as modules, as the bundler gives them.
/// <reference types="vite/client" />
