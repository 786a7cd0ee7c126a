using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Callers;

[OptionsValidator]
internal sealed partial class CallerOptionsValidator : IValidateOptions<CallerOptions>;
