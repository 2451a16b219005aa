using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>
/// What can run once some methods are called: everything that they name within the product's assemblies, the bodies of
/// async methods and lambdas included. A call through an interface or an overridden method leads to those types alone
/// that are made on the way.
/// </summary>
internal sealed class ReachableCode
{
    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private readonly HashSet<Assembly> _product;
    private readonly HashSet<MethodBase> _methods = [];
    private readonly HashSet<Type> _made = [];
    private readonly HashSet<Type> _initialised = [];
    private readonly HashSet<MethodInfo> _dispatched = [];
    private readonly HashSet<MethodBase> _outside = [];
    private readonly HashSet<MethodInfo> _closed = [];
    private readonly Queue<MethodBase> _unread = [];

    /// <param name="product">The assemblies whose code is followed.</param>
    /// <param name="entries">Where it begins.</param>
    public ReachableCode(IEnumerable<Assembly> product, IEnumerable<MethodBase> entries)
    {
        _product = [.. product];
        foreach (var entry in entries)
        {
            Reach(entry);
        }

        while (_unread.TryDequeue(out var method))
        {
            foreach (var (code, member) in Instructions.MembersOf(method))
            {
                Follow(code, member);
            }
        }
    }

    /// <summary>The methods of the product that can run.</summary>
    public IReadOnlySet<MethodBase> Methods => _methods;

    /// <summary>The methods of other assemblies that they call.</summary>
    public IReadOnlySet<MethodBase> Outside => _outside;

    /// <summary>The generic methods of the product that they call, with the types that they call them for.</summary>
    public IReadOnlySet<MethodInfo> ForTypes => _closed;

    private void Follow(OpCode code, MemberInfo member)
    {
        switch (member)
        {
            case MethodBase method:
                Reach(method);
                if (code == OpCodes.Newobj)
                {
                    Make(method.DeclaringType!);
                }
                else if (code == OpCodes.Callvirt || code == OpCodes.Ldvirtftn || code == OpCodes.Call)
                {
                    Dispatch(method);
                }

                break;
            case FieldInfo { DeclaringType: { } owner }:
                Initialise(Definition(owner));
                break;
            case Type type when code == OpCodes.Initobj || code == OpCodes.Box:
                Make(type);
                break;
        }
    }

    private void Reach(MethodBase called)
    {
        if (called.DeclaringType is not { } owner || !IsProduct(owner))
        {
            _outside.Add(called);
            return;
        }

        if (called is MethodInfo { IsGenericMethod: true, ContainsGenericParameters: false } closed)
        {
            _closed.Add(closed);
        }

        var method = Definition(called);
        if (!_methods.Add(method))
        {
            return;
        }

        _unread.Enqueue(method);
        Initialise(Definition(owner));
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
        {
            Make(machine.StateMachineType);
        }
    }

    private void Initialise(Type type)
    {
        if (IsProduct(type) && _initialised.Add(type) && type.TypeInitializer is { } initializer)
        {
            Reach(initializer);
        }
    }

    private void Make(Type made)
    {
        if (made.IsGenericParameter || made.HasElementType || !IsProduct(made) || !_made.Add(Definition(made)))
        {
            return;
        }

        var type = Definition(made);
        // What somebody else's code may call: ToString, MoveNext, a converter's Read.
        foreach (var method in VirtualMethods(type).Where(IsKnownOutside))
        {
            Reach(method);
        }

        foreach (var slot in _dispatched)
        {
            Dispatch(slot, type);
        }
    }

    private void Dispatch(MethodBase called)
    {
        if (
            called is MethodInfo { IsVirtual: true } method
            && IsProduct(method.DeclaringType!)
            && _dispatched.Add((MethodInfo)Definition(method))
        )
        {
            foreach (var type in _made.ToList())
            {
                Dispatch((MethodInfo)Definition(method), type);
            }
        }
    }

    private void Dispatch(MethodInfo slot, Type made)
    {
        var owner = slot.DeclaringType!;
        if (owner.IsInterface)
        {
            foreach (var implemented in made.GetInterfaces().Where(face => Definition(face) == owner))
            {
                var map = made.GetInterfaceMap(implemented);
                for (var i = 0; i < map.InterfaceMethods.Length; i++)
                {
                    if (Definition(map.InterfaceMethods[i]) == slot)
                    {
                        Reach(map.TargetMethods[i]);
                    }
                }
            }
        }
        else if (Bases(made).Any(type => Definition(type) == owner))
        {
            foreach (var method in Bases(made).SelectMany(VirtualMethods))
            {
                if (Definition(method.GetBaseDefinition()) == Definition(slot.GetBaseDefinition()))
                {
                    Reach(method);
                }
            }
        }
    }

    private bool IsKnownOutside(MethodInfo method) =>
        !IsProduct(method.GetBaseDefinition().DeclaringType!)
        || method
            .DeclaringType!.GetInterfaces()
            .Where(face => !IsProduct(face))
            .Any(face =>
                method
                    .DeclaringType!.GetInterfaceMap(face)
                    .TargetMethods.Any(target => Definition(target) == Definition(method))
            );

    private static IEnumerable<MethodInfo> VirtualMethods(Type type) =>
        type.GetMethods(All).Where(method => method is { IsVirtual: true, IsAbstract: false });

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            yield return at;
        }
    }

    private bool IsProduct(Type type) => _product.Contains(type.Assembly);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>One object for a method, whatever it is instantiated with and whichever type it was found through.</summary>
    private static MethodBase Definition(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;
}
