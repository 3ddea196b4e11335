/** Shows the error page in the colours that the reader chose for the app, or else the system's. It is all that is loaded there. */
import { DisplayTheme } from '../gradio4j/theme.js';

new DisplayTheme(null);
