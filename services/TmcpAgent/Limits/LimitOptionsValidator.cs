using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Limits;

[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
