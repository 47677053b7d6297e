package vn.lgsp.authentication.control;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import vn.lgsp.authentication.control.PublicMaterial.Weakness;

/** What is known to make RSA keys breakable and can be seen in the public half (NIST SP 800-56B section 6.4; CVE-2017-15361; CVE-2022-26320). */
final class RsaStrength {
    private static final int SHORTEST = 2_048;
    private static final int LONGEST = 8_192;
    private static final int LONGEST_EXPONENT = 64;
    private static final BigInteger USUAL_EXPONENT = BigInteger.valueOf(65_537);
    private static final int SMALL = 65_536;

    /** Keys of the faulty library (ROCA) are powers of 65537 modulo each of the primes up to here. */
    private static final int LARGEST_MARK = 167;

    /** How often Fermat's method is tried: factors that far apart do not come from a generator that chooses both by chance. */
    private static final int FERMAT_ROUNDS = 100;

    private static final int CERTAINTY = 40;
    private static final List<Integer> PRIMES = primes();
    private static final List<Mark> MARKS = marks();

    /** The remainders by one prime that keys of the faulty library have. */
    private record Mark(BigInteger prime, BitSet remainders) {}

    private RsaStrength() {}

    /** What is wrong with a key; empty when nothing is known to be. */
    static Optional<Weakness> weakness(BigInteger modulus, BigInteger exponent) {
        if (modulus.signum() <= 0 || modulus.bitLength() < SHORTEST) {
            return Optional.of(Weakness.RSA_SHORT);
        }
        if (modulus.bitLength() > LONGEST) {
            return Optional.of(Weakness.RSA_LONG);
        }
        if (exponent.compareTo(USUAL_EXPONENT) < 0 || !exponent.testBit(0) || exponent.bitLength() > LONGEST_EXPONENT) {
            return Optional.of(Weakness.RSA_EXPONENT);
        }
        if (hasSmallFactor(modulus) || modulus.isProbablePrime(CERTAINTY)) {
            return Optional.of(Weakness.NO_PRODUCT);
        }
        if (MARKS.stream().allMatch(mark -> mark.remainders()
                .get(modulus.mod(mark.prime()).intValue()))) {
            return Optional.of(Weakness.ROCA);
        }
        return hasCloseFactors(modulus) ? Optional.of(Weakness.CLOSE_PRIMES) : Optional.empty();
    }

    private static boolean hasSmallFactor(BigInteger modulus) {
        return PRIMES.stream()
                .anyMatch(prime -> modulus.mod(BigInteger.valueOf(prime)).signum() == 0);
    }

    /** Fermat: a modulus is a² − b², and b is small where its factors are close to each other. */
    private static boolean hasCloseFactors(BigInteger modulus) {
        var root = modulus.sqrtAndRemainder();
        if (root[1].signum() == 0) {
            return true;
        }
        var a = root[0].add(ONE);
        for (var round = 0; round < FERMAT_ROUNDS; round++) {
            if (a.multiply(a).subtract(modulus).sqrtAndRemainder()[1].signum() == 0) {
                return true;
            }
            a = a.add(ONE);
        }
        return false;
    }

    private static List<Integer> primes() {
        var composite = new BitSet(SMALL);
        var primes = new ArrayList<Integer>();
        for (var number = 2; number < SMALL; number++) {
            if (!composite.get(number)) {
                primes.add(number);
                for (var multiple = number + number; multiple < SMALL; multiple += number) {
                    composite.set(multiple);
                }
            }
        }
        return List.copyOf(primes);
    }

    private static List<Mark> marks() {
        return PRIMES.stream()
                .filter(prime -> prime > 2 && prime <= LARGEST_MARK)
                .map(RsaStrength::mark)
                .toList();
    }

    private static Mark mark(int prime) {
        var remainders = new BitSet(prime);
        var power = 1;
        while (!remainders.get(power)) {
            remainders.set(power);
            power = (int) ((long) power * 65_537 % prime);
        }
        return new Mark(BigInteger.valueOf(prime), remainders);
    }
}
