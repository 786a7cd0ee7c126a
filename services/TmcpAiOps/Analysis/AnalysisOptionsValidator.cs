using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Analysis;

[OptionsValidator]
internal sealed partial class AnalysisOptionsValidator : IValidateOptions<AnalysisOptions>;
