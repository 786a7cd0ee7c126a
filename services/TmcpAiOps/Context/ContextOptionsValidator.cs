using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Context;

[OptionsValidator]
internal sealed partial class ContextOptionsValidator : IValidateOptions<ContextOptions>;
