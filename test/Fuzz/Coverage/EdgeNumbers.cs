using dnlib.DotNet;
using dnlib.DotNet.Emit;
using SharpFuzz.Common;

namespace SonicBridge.Fuzz.Coverage;

/// <summary>
/// Gives the places that SharpFuzz counts fixed numbers in place of its random ones: two edges that fall on one counter do
/// so in every run, and the same seed makes the same run.
/// </summary>
internal static class EdgeNumbers
{
    // An odd factor spreads consecutive numbers over the map and gives none twice.
    private const int Spread = 40503;

    public static void Settle(string assembly)
    {
        using var written = new MemoryStream();
        using (var module = ModuleDefMD.Load(File.ReadAllBytes(assembly)))
        {
            var number = 0;
            foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
            {
                Settle(method.Body.Instructions, ref number);
            }

            module.Write(written);
        }

        File.WriteAllBytes(assembly, written.ToArray());
    }

    /// <summary>Before a place its number stands behind the place before it; half of it is then kept as that of the latter.</summary>
    private static void Settle(IList<Instruction> instructions, ref int number)
    {
        var id = 0;
        for (var i = 1; i < instructions.Count - 1; i++)
        {
            if (!instructions[i].IsLdcI4())
            {
                continue;
            }

            if (IsPrevious(instructions[i - 1], OpCodes.Ldsfld))
            {
                id = (++number * Spread) & 0xFFFF;
                Set(instructions[i], id);
            }
            else if (IsPrevious(instructions[i + 1], OpCodes.Stsfld))
            {
                Set(instructions[i], id >> 1);
            }
        }
    }

    private static bool IsPrevious(Instruction instruction, OpCode code) =>
        instruction.OpCode == code
        && instruction.Operand is IField { Name.String: nameof(Trace.PrevLocation) } field
        && field.DeclaringType.FullName == typeof(Trace).FullName;

    private static void Set(Instruction instruction, int value) =>
        (instruction.OpCode, instruction.Operand) = (OpCodes.Ldc_I4, value);
}
