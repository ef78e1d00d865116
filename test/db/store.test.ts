import { tempStore } from '../support/temp-database.ts';
import { storeContract } from './store-contract.ts';

storeContract('SQLite in a file', () => tempStore());
