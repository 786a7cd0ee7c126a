using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Generation.Runs;

[OptionsValidator]
internal sealed partial class GenerationLimitsValidator : IValidateOptions<GenerationLimits>;
