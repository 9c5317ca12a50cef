export { keyAccountManagers } from "./key-account-managers.js";
