namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>All intrinsic functions of Step Functions, by name.</summary>
public static class IntrinsicFunctions
{
    private static readonly Dictionary<string, IntrinsicFunction> s_byName = new[]
    {
        new IntrinsicFunction("States.Array", 0, int.MaxValue, ArrayFunctions.Make),
        new IntrinsicFunction("States.ArrayContains", 2, 2, ArrayFunctions.Contains),
        new IntrinsicFunction("States.ArrayGetItem", 2, 2, ArrayFunctions.GetItem),
        new IntrinsicFunction("States.ArrayLength", 1, 1, ArrayFunctions.Length),
        new IntrinsicFunction("States.ArrayPartition", 2, 2, ArrayFunctions.Partition),
        new IntrinsicFunction("States.ArrayRange", 3, 3, ArrayFunctions.Range),
        new IntrinsicFunction("States.ArrayUnique", 1, 1, ArrayFunctions.Unique),
        new IntrinsicFunction("States.Base64Decode", 1, 1, TextFunctions.Base64Decode),
        new IntrinsicFunction("States.Base64Encode", 1, 1, TextFunctions.Base64Encode),
        new IntrinsicFunction("States.Format", 1, int.MaxValue, TextFunctions.Format) { TakesTemplate = true },
        new IntrinsicFunction("States.Hash", 2, 2, TextFunctions.Hash),
        new IntrinsicFunction("States.JsonMerge", 3, 3, JsonFunctions.Merge),
        new IntrinsicFunction("States.JsonToString", 1, 1, JsonFunctions.ToText),
        new IntrinsicFunction("States.MathAdd", 2, 2, MathFunctions.Add),
        new IntrinsicFunction("States.MathRandom", 2, 3, MathFunctions.Chance),
        new IntrinsicFunction("States.StringSplit", 2, 2, TextFunctions.Split),
        new IntrinsicFunction("States.StringToJson", 1, 1, JsonFunctions.FromText),
        new IntrinsicFunction("States.UUID", 0, 0, MathFunctions.Uuid),
    }.ToDictionary(static function => function.Name, StringComparer.Ordinal);

    /// <summary>The function of this name, or null.</summary>
    public static IntrinsicFunction? Find(string name) => s_byName.GetValueOrDefault(name);
}
