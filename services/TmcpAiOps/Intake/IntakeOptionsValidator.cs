using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Intake;

[OptionsValidator]
internal sealed partial class IntakeOptionsValidator : IValidateOptions<IntakeOptions>;
