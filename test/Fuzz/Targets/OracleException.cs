namespace SonicBridge.Fuzz.Targets;

/// <summary>What has to hold of every input does not hold of this one; the message says what.</summary>
internal sealed class OracleException(string message) : Exception(message)
{
    public static void Hold(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new OracleException(sentence);
        }
    }
}
