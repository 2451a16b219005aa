using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>The ARNs of state machines, their executions and their roles.</summary>
internal static class Arns
{
    public static string StateMachine(string name) => LocalAccount.Arn("states", $"stateMachine:{name}");

    public static string Execution(string machine, string name) =>
        LocalAccount.Arn("states", $"execution:{machine}:{name}");

    public static string Role(string name) => $"arn:aws:iam::{LocalAccount.Id}:role/{name}";
}
