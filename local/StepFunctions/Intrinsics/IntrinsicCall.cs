using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>A call such as <c>States.Format('Hello, {}', $.name)</c>.</summary>
public sealed record IntrinsicCall(string Text, IntrinsicFunction Function, IReadOnlyList<Expression> Arguments)
    : Expression
{
    public override JsonNode? Evaluate(DataScope scope)
    {
        var arguments = Arguments.Select(argument => argument.Evaluate(scope)).ToList();
        try
        {
            return Function.Apply(new IntrinsicArguments(arguments, scope.Random));
        }
        catch (IntrinsicMisuseException e)
        {
            throw new StateFailedException(
                ErrorNames.IntrinsicFailure,
                $"The function '{Text}' had the following error: {e.Message}"
            );
        }
    }
}
