/** The build puts uPlot's module where the page imports it from; its types come with the package of the same version. */
import uPlot from 'uplot';

export default uPlot;
