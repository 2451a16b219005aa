using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>What state machines and executions may be called.</summary>
internal static class ExecutionNames
{
    private const int Longest = 80;
    private const string Forbidden = "<>{}[]?*\"#%\\^|~`$&,;:/";

    /// <exception cref="AwsException">InvalidName.</exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > Longest)
        {
            throw new AwsException("InvalidName", $"Invalid Name: '{name}': a name has 1 to {Longest} characters.");
        }

        if (name.FirstOrDefault(IsForbidden) is var c && c != default)
        {
            throw new AwsException("InvalidName", $"Invalid Name: '{name}': the character '{c}' may not be in it.");
        }
    }

    private static bool IsForbidden(char c) => Forbidden.Contains(c) || char.IsWhiteSpace(c) || char.IsControl(c);
}
